using System.Collections;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace KhuyenCong.Web.Forms;

/// <summary>A row of a form that an index names and no field fills is no row; left to itself it would stand in the list as nothing at all.</summary>
public sealed class WholeRows : IModelBinderProvider
{
    private static readonly CollectionModelBinderProvider Rows = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.ModelType;
        var isRows = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && type.GenericTypeArguments[0] is { IsClass: true } row && row != typeof(string);
        var isBody = context.BindingInfo.BindingSource is { } source && source.CanAcceptDataFrom(BindingSource.Body);
        return isRows && !isBody && Rows.GetBinder(context) is { } binder ? new Binder(binder) : null;
    }

    private sealed class Binder(IModelBinder rows) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await rows.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is not IList bound)
            {
                return;
            }

            for (var i = bound.Count - 1; i >= 0; i--)
            {
                if (bound[i] is null)
                {
                    bound.RemoveAt(i);
                }
            }
        }
    }
}
